/** Automatic top-ups find their wallet and their payment, and none of them is forgotten on the way. */
package dev.earshot.saga.autotopup;
