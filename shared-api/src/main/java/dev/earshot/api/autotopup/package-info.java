/** The language of top-ups that nobody has to ask for. */
package dev.earshot.api.autotopup;
