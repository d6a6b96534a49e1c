"""Pure questions about a briefing: chains, leverage, timeline, relations."""
