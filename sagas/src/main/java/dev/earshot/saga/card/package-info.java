/** What a card has paid reaches the listener's earnings, what it could not pay is owed by its member. */
package dev.earshot.saga.card;
