/** The outside world. */
package dev.earshot.adapter;
