"""How the packaged sentence encoder was made; nothing here is needed to use Footbridge."""
