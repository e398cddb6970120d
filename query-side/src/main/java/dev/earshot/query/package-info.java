/** The side that answers. */
package dev.earshot.query;
