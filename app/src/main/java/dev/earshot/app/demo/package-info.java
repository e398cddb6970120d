/** A marketplace at work, played through the public API alone: what there is to see after {@code --demo}. */
package dev.earshot.app.demo;
