/** What is kept of a person beside the facts of the business, and how they are erased. */
package dev.earshot.command.person;
