/** The language of the running seconds. */
package dev.earshot.api.meter;
