/** The side that decides. */
package dev.earshot.command;
