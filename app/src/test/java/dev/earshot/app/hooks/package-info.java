/** Thousands of hooks, told as badly as providers may tell them. */
package dev.earshot.app.hooks;
