"""What a briefing's values must hold together, and what its editor should look at again."""
