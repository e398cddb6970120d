/** The language of reachability. */
package dev.earshot.api.presence;
