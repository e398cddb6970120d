/** What it costs to know of many listeners that they are still there, and how soon it is noticed that they are not. */
package dev.earshot.app.bench.presence;
