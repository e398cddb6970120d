/** What media servers saw of calls. */
package dev.earshot.api.media;
