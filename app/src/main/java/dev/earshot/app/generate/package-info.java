/** Fills an empty log with the calls of a made-up marketplace, the same ones from the same seed. */
package dev.earshot.app.generate;
