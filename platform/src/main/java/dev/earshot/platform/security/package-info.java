/** Who somebody is, what they may, and how long they are believed. */
package dev.earshot.platform.security;
