/** Random lives of accounts, led in the product and kept on paper: both must come to the same, to the unit. */
package dev.earshot.app.lives;
