# What can be asked for. Each target installs what is missing first; without make, `npm start` and `npm test` do the same.
#
#   make                       build the handbook
#   make EDITION=swans         build another edition
#   make SOURCE=scan.txt       import a rough text, and build what came of it

EDITION = handbook
# A shell reads names from here, so that no letter in them is obeyed.
export EDITION SOURCE

.PHONY: all test accept bench lint clean install

all: install
	@if [ -n "$$SOURCE" ]; then node scripts/press.mjs build --source "$$SOURCE"; \
	else node scripts/press.mjs build "$$EDITION"; fi

test: install
	@npm test --silent --ignore-scripts

# Write the golden files anew; read the diff of every one before you commit it.
accept: install
	@npm run accept --silent

bench: install
	@npm run bench --silent

lint: install
	@npm run lint --silent
	@npm run types --silent

# Removes what can be made again; packages stay.
clean:
	@rm -rf .cache build/*/

install:
	@node scripts/ensure-install.mjs
