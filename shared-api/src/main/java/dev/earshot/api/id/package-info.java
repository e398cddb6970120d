/** Identifiers: opaque, typed, with a visible prefix. */
package dev.earshot.api.id;
