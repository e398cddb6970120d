/** What each fact tells to whom, kept for a day for those who were away. */
package dev.earshot.query.news;
