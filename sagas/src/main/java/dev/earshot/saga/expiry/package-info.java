/** Lots of value are lost at their time, though nobody touches the wallet then. */
package dev.earshot.saga.expiry;
