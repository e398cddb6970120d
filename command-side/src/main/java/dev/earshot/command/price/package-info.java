/** The price lists of the house: which are in force when, and what keeps a bad one from coming into force. */
package dev.earshot.command.price;
