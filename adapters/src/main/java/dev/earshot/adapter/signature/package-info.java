/** How providers sign what they send. */
package dev.earshot.adapter.signature;
