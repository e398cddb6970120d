/** The language of price lists: which there are, since when each is in force, and what was tried before. */
package dev.earshot.api.price;
