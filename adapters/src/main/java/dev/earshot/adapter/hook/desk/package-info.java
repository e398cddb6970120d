/** Where people look at what providers have told, and have it worked off again. */
package dev.earshot.adapter.hook.desk;
