/** What decisions remember of the past to recognise a repeated command. */
package dev.earshot.memory;
