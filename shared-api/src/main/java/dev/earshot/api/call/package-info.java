/** The language of calls. */
package dev.earshot.api.call;
