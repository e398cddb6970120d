/** Work beside the requests: threads that keep no process alive, and what is done over and over on them. */
package dev.earshot.platform.work;
