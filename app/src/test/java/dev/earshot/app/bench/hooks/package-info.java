/** How many hooks are taken and worked off. */
package dev.earshot.app.bench.hooks;
