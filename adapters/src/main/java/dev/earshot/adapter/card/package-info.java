/** Cards, whichever provider takes them: what is asked of it, side by side and off the threads that handle events. */
package dev.earshot.adapter.card;
