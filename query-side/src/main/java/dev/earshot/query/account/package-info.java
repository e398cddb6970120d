/** What an account keeps for itself: who it is, whom it likes, whom it blocks. */
package dev.earshot.query.account;
