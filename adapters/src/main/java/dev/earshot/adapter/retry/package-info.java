/** How long to wait before something that failed is tried again. */
package dev.earshot.adapter.retry;
