/** The language of cards: those that members have saved, and what calls authorize and capture on them. */
package dev.earshot.api.card;
