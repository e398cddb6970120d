/** The language of what is kept of a person, sealed, until they are erased. */
package dev.earshot.api.person;
