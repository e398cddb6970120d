/** Plays the tape of one wallet again: under the terms it really had, and under others. Pure: no clock, no database. */
package dev.earshot.query.lab.replay;
