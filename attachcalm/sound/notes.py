"""What a person is told when nothing can be heard."""

NO_DEVICE = (
    "No sound output was found, so the captions guide you. "
    "Connect a speaker or headphones and start AttachCalm again."
)
NO_LIBRARY = (
    "The sound library cannot be loaded, so the captions guide you. "
    "On Debian or Ubuntu, install libpulse0 and start AttachCalm again."
)
