/** Promises over time. */
package dev.earshot.saga;
