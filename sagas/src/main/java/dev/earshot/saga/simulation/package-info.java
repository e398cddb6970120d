/** Tells the book of price lists what the lab has found of its prices. */
package dev.earshot.saga.simulation;
