/** Lists that are read page by page, from where the last page ended. */
package dev.earshot.query.page;
