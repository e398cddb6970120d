/** The language of what listeners earn. */
package dev.earshot.api.earnings;
