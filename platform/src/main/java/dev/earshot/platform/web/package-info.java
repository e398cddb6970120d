/** What every HTTP request meets: who asks, what they mean, how the answer looks when it is no. */
package dev.earshot.platform.web;
