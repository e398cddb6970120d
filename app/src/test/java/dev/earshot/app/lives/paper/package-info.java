/** The naive second opinion: money counted by hand, second by second, with nothing of the product's arithmetic. */
package dev.earshot.app.lives.paper;
