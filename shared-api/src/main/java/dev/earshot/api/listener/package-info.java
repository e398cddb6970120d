/** The language of listeners' profiles. */
package dev.earshot.api.listener;
