"""What Alembic runs to take the steps: on the connection that it is given, and on no other.

The caller has begun the transaction and ends it, so that all steps hold or none does.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
