/** The word no, with a stable code. */
package dev.earshot.api.refusal;
