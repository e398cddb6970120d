/** A made-up town: the real decisions and promises in memory, and people, payment networks and a clock around them. */
package dev.earshot.app.generate.town;
