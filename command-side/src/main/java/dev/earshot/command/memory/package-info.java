/** What an aggregate remembers of the past to recognise a repeated command. */
package dev.earshot.command.memory;
