/** The words people write about themselves and each other, kept out of the log so that they can be erased. */
package dev.earshot.platform.people;
