/** What became of top-ups: were they paid, and how much of them has gone back? */
package dev.earshot.query.topup;
